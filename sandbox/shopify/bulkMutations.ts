import { bulkQueryOf } from './bulkRules';
import { bulkRead } from './bulkReading';
import { bulkView } from './bulkView';
import { numberIn } from './ids';
import { type UserError, notPlayed, userError } from './refusal';
import type { RootCall, RootField } from './resolve';

const refused = (error: UserError) => ({ bulkOperation: null, userErrors: [error] });

/** Which of the two codes is said when as many as may are running is a guess (reference/shopify.md 6). */
const full = ({ world }: RootCall) =>
	world.options.bulkAtOnce === undefined || world.options.bulkAtOnce === 1
		? userError(
				null,
				'A bulk query operation for this app and shop is already in progress.',
				'OPERATION_IN_PROGRESS',
			)
		: userError(null, 'Bulk operations limit reached. Please try again later.', 'LIMIT_REACHED');

const runQuery: RootField = (root, { query, groupObjects }) => {
	const { world, api, host } = root;
	if (groupObjects) throw notPlayed('grouped objects');
	const text = String(query);
	const asked = bulkQueryOf(api.schema, text);
	if (typeof asked === 'string') return refused(userError(['query'], asked, 'INVALID'));
	const bulk = world.bulk.begin(text, () => bulkRead({ world, api, host }, asked));
	if (!bulk) return refused(full(root));
	return { bulkOperation: bulkView(bulk, host), userErrors: [] };
};

const cancel: RootField = ({ world, host }, { id }) => {
	const bulk = world.bulk.cancel(numberIn('BulkOperation', String(id)) ?? '');
	return bulk
		? { bulkOperation: bulkView(bulk, host), userErrors: [] }
		: refused(userError(['id'], 'Bulk operation does not exist'));
};

export const bulkMutations: Readonly<Record<string, RootField>> = {
	bulkOperationRunQuery: runQuery,
	bulkOperationCancel: cancel,
};
