-- Each extension as it was granted ({amount, reason} in the rule's unit), so that a clock can be counted again when the calendar changes.
alter table deadlines add column extensions jsonb not null default '[]';
