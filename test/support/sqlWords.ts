/** What time does to a ledger, as a stranger with SQL does it at once. */
export const sql = {
	/** Whoever claimed updates has died. */
	lapse: "UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'",
	/** What was asked to pause has paused. */
	unpause: 'UPDATE quotas SET paused_until = 0, failures = 0',
} as const;
