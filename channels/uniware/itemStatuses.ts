/** Of units and packages: what is on its way, or was. Not all statuses are public (reference/uniware-oker.md 3). */
const gone: readonly string[] = [
	'DISPATCHED',
	'SHIPPED',
	'DELIVERED',
	'REPLACED',
	'RETURN_REQUESTED',
	'RETURN_EXPECTED',
	'RETURNED',
	'RETURN_ACKNOWLEDGED',
];

export const hasLeft = (status: string): boolean => gone.includes(status);
