SELECT stage, ref, reason, detail FROM rejections WHERE ref IN (SELECT unnest($refs::VARCHAR[]));
