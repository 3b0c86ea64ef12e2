import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	MutationDefaultGQLs,
	QueryDefaultGQLs,
} from '@ikas/api-client/dist/api/admin/generated/default-gqls';
import { buildSchema, findBreakingChanges, parse, validate, validateSchema } from 'graphql';
import { ikasSchema } from '../../sandbox/ikas/schema';

const contract = join(__dirname, '../../../shared/contracts/ikas/schema.graphql');
// The contract lies beside the repository where the product is built, and a clone does not have it.
const withContract = existsSync(contract) ? it : it.skip;

describe('the schema of the ikas sandbox', () => {
	it('is a valid schema', () => {
		expect(validateSchema(ikasSchema())).toEqual([]);
	});

	it('has every root field of API v1', () => {
		const queries = Object.keys(ikasSchema().getQueryType()?.getFields() ?? {});
		const mutations = Object.keys(ikasSchema().getMutationType()?.getFields() ?? {});
		expect([queries.length, mutations.length]).toEqual([63, 69]);
	});

	it('accepts every operation that the official client brings along', () => {
		const operations = [...Object.values(QueryDefaultGQLs), ...Object.values(MutationDefaultGQLs)];
		expect(operations).toHaveLength(132);
		for (const operation of operations) {
			expect(validate(ikasSchema(), parse(operation))).toEqual([]);
		}
	});

	withContract('says the same as the contract, in both directions', () => {
		const agreed = buildSchema(readFileSync(contract, 'utf8'));
		// The contract adds one directive of its own, which is no part of what ikas says.
		const additions = findBreakingChanges(agreed, ikasSchema()).map(
			({ description }) => description,
		);
		expect(additions).toEqual(['serverDefault was removed.']);
		expect(findBreakingChanges(ikasSchema(), agreed)).toEqual([]);
	});
});
