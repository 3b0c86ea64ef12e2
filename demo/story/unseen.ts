const minuteMs = 60_000;

/** What people do on a channel shows in its list after this long at most: nobody can know of it before. */
export const unseenMinutes = 8;

/** Long enough for the hub to do, meanwhile, what it would not do if it knew. */
export const unseen = {
	lateRows: 1,
	lateLeastMs: 7 * minuteMs,
	lateMs: unseenMinutes * minuteMs,
	seed: 1,
};
