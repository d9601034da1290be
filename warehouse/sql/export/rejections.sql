SELECT * FROM rejections ORDER BY happened_at, stage, ref, reason;
