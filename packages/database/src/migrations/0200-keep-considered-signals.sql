-- Signals that the rules found and that were taken back, each with its quote, its evidence and what speaks against it. They stand with the
-- judgement and not among the signals: no flag, score, list or count knows them.
alter table judgements add column considered jsonb not null default '[]';
