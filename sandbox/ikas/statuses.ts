import { isEnumType } from 'graphql';
import { SandboxRefusal } from '../wire';
import { ikasSchema } from './schema';
import type { OrderAdvance } from './types';

const enums = {
	status: 'OrderStatusEnum',
	payment: 'OrderPaymentStatusEnum',
	package: 'OrderPackageStatusEnum',
} as const;

/** Refuses a status that the schema does not have, for it could not be answered. */
export const checkStatuses = (statuses: OrderAdvance): void => {
	for (const part of ['status', 'payment', 'package'] as const) {
		const value = statuses[part];
		const type = ikasSchema().getType(enums[part]);
		if (value && isEnumType(type) && !type.getValue(value)) {
			throw new SandboxRefusal(`${value} is not in ${enums[part]}`);
		}
	}
};
