import type { Site } from '../site';

/** What people do at a desk of the hub: they cancel for a reason, try again what was refused, and see to the rest by hand. */
export const deskAt = ({ warehouse, store }: Site) => ({
	cancel: (ids: readonly string[], reason: string) =>
		warehouse.tell(
			'desk-cancel',
			ids.map((id) => ({ store, id, reason })),
		),
	retry: (exceptions: readonly number[]) =>
		warehouse.tell(
			'desk-retry',
			exceptions.map((exception) => ({ exception })),
		),
	/** They have done by hand what it asks for. */
	dismiss: (exceptions: readonly number[], reason: string) =>
		warehouse.tell(
			'desk-dismiss',
			exceptions.map((exception) => ({ exception, reason })),
		),
});
