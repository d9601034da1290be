-- How much of a revision's text (numbers aside, 0 to 1) its lineage had printed before it under another owner.
-- Only revisions before which another owner had printed the same lineage have a row.
CREATE TABLE copies (
    article_id VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    copied DOUBLE NOT NULL
);
