import { graphql, mutation } from './graphql';

const FIELDS = 'id status errorCode createdAt query rootObjectCount fileSize url';

/** Those that may still be running are among the newest. */
const newest = 10;

/** One operation reads all that the query asks for, in the background and without points (reference/shopify.md 6). */
export const runBulk = (query: string) =>
	mutation(
		`mutation RunBulk($query: String!) {
	bulkOperationRunQuery(query: $query, groupObjects: false) {
		bulkOperation { ${FIELDS} }
		userErrors { code field message }
	}
}`,
		{ query },
	);

export const bulkState = (id: string) =>
	graphql(
		`query BulkState($id: ID!) {
	shop { myshopifyDomain }
	bulkOperation(id: $id) { ${FIELDS} }
}`,
		{ id: `gid://shopify/BulkOperation/${id}` },
	);

export const newestBulk = () =>
	graphql(
		`query NewestBulk($first: Int!) {
	shop { myshopifyDomain }
	bulkOperations(first: $first, sortKey: CREATED_AT) { nodes { ${FIELDS} } }
}`,
		{ first: newest },
	);

export const cancelBulk = (id: string) =>
	mutation(
		`mutation CancelBulk($id: ID!) {
	bulkOperationCancel(id: $id) { bulkOperation { id status } userErrors { field message } }
}`,
		{ id: `gid://shopify/BulkOperation/${id}` },
	);
