import { graphql, mutation } from './graphql';
import { handOverLineFields } from './orderRequests';
import { mostRows } from './paged';

const REDUCIBLE = `query Reducible($id: ID!, $first: Int!, $after: String) {
	order(id: $id) {
		id name cancelledAt
		lineItems(first: $first, after: $after) {
			nodes { ${handOverLineFields} }
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

/** What an order has of its lines now. */
export const reducible = (id: string, after: string | null) =>
	graphql(REDUCIBLE, { id, first: 100, after });

const BEGIN_EDIT = `mutation BeginEdit($id: ID!, $first: Int!) {
	orderEditBegin(id: $id) {
		calculatedOrder { id lineItems(first: $first) { nodes { id } } }
		userErrors { field message }
	}
}`;

export const beginEdit = (id: string) => mutation(BEGIN_EDIT, { id, first: mostRows });

const SET_LINE = `mutation SetLine($id: ID!, $lineItemId: ID!, $quantity: Int!) {
	orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: $quantity, restock: true) {
		userErrors { field message }
	}
}`;

export const setLine = (id: string, lineItemId: string, quantity: number) =>
	mutation(SET_LINE, { id, lineItemId, quantity });

const COMMIT_EDIT = `mutation CommitEdit($id: ID!, $staffNote: String) {
	orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) {
		order { id }
		userErrors { field message }
	}
}`;

export const commitEdit = (id: string, staffNote: string) =>
	mutation(COMMIT_EDIT, { id, staffNote });
