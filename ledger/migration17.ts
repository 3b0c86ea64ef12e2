/**
 * How late figures reach the channels. `late_since`: when a figure that the channel has not confirmed was last seen to be right;
 * `lag`: how long the last one took from there; `push_lags`: how many took how long, by day.
 */
export const migration17: readonly string[] = [
	'ALTER TABLE published ADD COLUMN late_since BIGINT',
	'ALTER TABLE published ADD COLUMN lag BIGINT',
	`CREATE TABLE push_lags (
		store TEXT NOT NULL REFERENCES stores, day INTEGER NOT NULL, seconds INTEGER NOT NULL, figures INTEGER NOT NULL,
		PRIMARY KEY (store, day, seconds)
	)`,
];
