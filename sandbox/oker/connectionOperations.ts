import { reply } from './answers';
import type { Operation } from './operation';
import { notSupported } from './refused';

export const connectionOperations: readonly Operation[] = [
	{
		id: 'getConnectorInfo',
		answer({ settings: { level, capabilities, limits } }) {
			if (level === 'core') throw notSupported('connectorInfo');
			return reply(200, {
				contractVersion: '1.0.0',
				sellerId: 'seller-042',
				capabilities,
				limits,
			});
		},
	},
	{
		id: 'listWarehouses',
		answer({ settings: { capabilities, warehouses } }) {
			if (!capabilities.warehouses) throw notSupported('warehouses');
			return reply(200, {
				warehouses: warehouses.map(({ code, name = code, active = true }) => ({
					code,
					name,
					active,
				})),
			});
		},
	},
];
