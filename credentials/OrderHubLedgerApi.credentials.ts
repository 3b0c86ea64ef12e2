import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

const embedded = { show: { engine: ['sqlite'] } };
const postgres = { show: { engine: ['postgres'] } };

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
				{
					name: 'PostgreSQL',
					value: 'postgres',
					description: 'For production and for n8n in queue mode, with any number of workers',
				},
			],
			default: 'sqlite',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			displayOptions: embedded,
			required: true,
			default: 'default',
			placeholder: 'e.g. default',
			description:
				'Names the ledger: small letters, digits and hyphens. It is created at first use. Credentials with the same name share one ledger.',
		},
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			displayOptions: postgres,
			required: true,
			default: 'localhost',
			placeholder: 'e.g. postgres.example.com',
		},
		{
			displayName: 'Port',
			name: 'port',
			type: 'number',
			displayOptions: postgres,
			required: true,
			default: 5432,
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			displayOptions: postgres,
			required: true,
			default: 'postgres',
			placeholder: 'e.g. n8n',
			description: 'May be the one that n8n itself uses: the ledger keeps to its own schema',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			displayOptions: postgres,
			required: true,
			default: 'postgres',
			placeholder: 'e.g. order_hub',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: postgres,
			default: '',
		},
		{
			displayName: 'Schema',
			name: 'schema',
			type: 'string',
			displayOptions: postgres,
			required: true,
			default: 'order_hub',
			placeholder: 'e.g. order_hub',
			description:
				'Where the tables are: small letters, digits and underscores. It is created at first use, if the user may create schemas. Credentials with the same database and schema share one ledger.',
		},
		{
			displayName: 'SSL',
			name: 'ssl',
			type: 'options',
			displayOptions: postgres,
			options: [
				{ name: 'Disable', value: 'disable' },
				{
					name: 'Require',
					value: 'require',
					description: 'Encrypted, to a server whose certificate is trusted here',
				},
				{
					name: 'Require, Without Certificate Check',
					value: 'requireUnchecked',
					description: 'Encrypted, to whoever answers',
				},
			],
			default: 'disable',
		},
	];
}
