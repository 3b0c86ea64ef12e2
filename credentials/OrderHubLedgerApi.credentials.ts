import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class OrderHubLedgerApi implements ICredentialType {
	name = 'orderHubLedgerApi';

	displayName = 'Order Hub Ledger API';

	icon: Icon = { light: 'file:../icons/orderHub.svg', dark: 'file:../icons/orderHub.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Engine',
			name: 'engine',
			type: 'options',
			options: [
				{
					name: 'Embedded',
					value: 'sqlite',
					description: 'A file in the data folder of n8n, for one n8n process',
				},
			],
			default: 'sqlite',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: 'default',
			placeholder: 'e.g. default',
			description:
				'Names the ledger: small letters, digits and hyphens. It is created at first use. Credentials with the same name share one ledger.',
		},
	];
}
