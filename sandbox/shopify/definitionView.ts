import { gid } from './ids';
import type { Definition } from './metafields';

export const definitionView = (one: Definition) => ({
	__typename: 'MetafieldDefinition',
	id: gid('MetafieldDefinition', one.id),
	namespace: one.namespace,
	key: one.key,
	name: one.name,
	description: one.description,
	ownerType: one.ownerType,
	type: { __typename: 'MetafieldDefinitionType', name: one.type, category: one.type.toUpperCase() },
	capabilities: {
		__typename: 'MetafieldCapabilities',
		// "ID metafield types are automatically configured to have unique values" (reference/shopify.md 9).
		uniqueValues: {
			__typename: 'MetafieldCapabilityUniqueValues',
			enabled: one.type === 'id',
			eligible: true,
		},
	},
});
