import { isEnumType } from 'graphql';
import { SandboxRefusal } from '../wire';
import { ikasSchema } from './schema';
import type { OrderAdvance, OrderDraft } from './types';

const enums = {
	status: 'OrderStatusEnum',
	payment: 'OrderPaymentStatusEnum',
	package: 'OrderPackageStatusEnum',
	paymentMethod: 'PaymentMethodTypeEnum',
	productType: 'ProductTypeEnum',
} as const;

const check = (part: keyof typeof enums, value: string | undefined) => {
	const type = ikasSchema().getType(enums[part]);
	if (value && isEnumType(type) && !type.getValue(value)) {
		throw new SandboxRefusal(`${value} is not in ${enums[part]}`);
	}
};

/** Refuses a status that the schema does not have, for it could not be answered. */
export const checkStatuses = (statuses: OrderAdvance & Pick<OrderDraft, 'paymentMethod'>): void => {
	check('status', statuses.status);
	check('payment', statuses.payment);
	check('package', statuses.package);
	check('paymentMethod', statuses.paymentMethod);
};

export const checkProductType = (type: string | undefined): void => check('productType', type);
