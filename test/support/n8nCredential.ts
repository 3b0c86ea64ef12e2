import './n8nFolder';
import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import { NodeHelpers } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsHelper,
	INodeCredentialTestResult,
	INodeParameters,
} from 'n8n-workflow';
import { typeNamed } from './nodeTypes';

type Data = ICredentialDataDecryptedObject;

/** A credential in n8n itself: its own code, and only the database and what else starts with a server left out. */
export interface N8nCredential {
	/** For executions, which then sign in and keep tokens as on a server. */
	readonly helper: ICredentialsHelper;
	/** What is kept, with nothing hidden. */
	stored(): Promise<Data>;
	/** What the editor's form is filled with when the credential is opened. */
	opened(): Promise<Data>;
	/** What pressing Save does with a form, but for the test that the editor makes of it then. */
	save(form: Data): Promise<void>;
	/** That test: n8n tests what the form holds. */
	test(form: Data): Promise<INodeCredentialTestResult>;
	/** From here on in another process: only what is stored goes along. */
	moveTo(process: ICredentialType): void;
	/** For executions of yet another process at the same time. */
	helperIn(process: ICredentialType): ICredentialsHelper;
	/** All that n8n wrote into its log at the level debug, and reported, with everything that is in it. */
	logged(): string;
}

interface Row {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly data: unknown;
}

const fromN8n = createRequire(require.resolve('n8n/package.json'));
const { Container } = fromN8n('@n8n/di');
const { CredentialsEntity } = fromN8n('@n8n/db');
const { Cipher } = fromN8n('n8n-core');
const { CredentialsHelper } = fromN8n('./dist/credentials-helper.js');
const { CredentialsService } = fromN8n('./dist/credentials/credentials.service.js');
const { CredentialsTester } = fromN8n('./dist/services/credentials-tester.service.js');
const { VariablesService } = fromN8n('./dist/environments.ee/variables/variables.service.ee.js');

export async function n8nCredential(first: ICredentialType, form: Data): Promise<N8nCredential> {
	let type = first;
	const id = type.name;
	let row: Row = { id, name: id, type: type.name, data: undefined };
	const repository = {
		findOneByOrFail: async () => ({ ...row, usageScope: 'project' }),
		create: (values: object) => Object.assign(new CredentialsEntity(), values),
		update: async (_of: unknown, { data }: Row) => {
			row = { ...row, data };
		},
	};
	const typesOf = (typeNow: () => ICredentialType) => ({
		getByName: typeNow,
		getParentTypes: () => [],
		getSupportedNodes: () => [],
	});
	const types = typesOf(() => type);
	const nothing = { resolveIfNeeded: async (_of: unknown, data: Data) => ({ data }) };
	const helperWith = (of: typeof types) =>
		new CredentialsHelper(
			of,
			{ applyOverwrite: (_type: string, data: Data) => data },
			repository,
			nothing,
			nothing,
			{ isExternalSecretsLicensed: () => false },
			{ externalSecretsForProjects: false },
			nothing,
			{ enforceCredentialDecrypt: async () => {} },
		);
	const helper = helperWith(types);
	const unchanged = async (text: unknown) =>
		typeof text === 'string' ? text : JSON.stringify(text);
	Container.set(Cipher, { encryptV2: unchanged, decryptV2: unchanged });
	Container.set(CredentialsHelper, helper);
	Container.set(VariablesService, { getAllCached: async () => [] });
	const log: unknown[][] = [];
	const write = (...said: readonly unknown[]) => void log.push([...said]);
	const quiet = { debug: write, error: write };
	// n8n's loader gives a node the name that its class says, without that of its package.
	const named = (name: string) => ({
		description: { ...typeNamed(name).description, name: name.replace(/^.*\./, '') },
	});
	const nodes = { getByNameAndVersion: named };
	const tester = new CredentialsTester(quiet, quiet, types, nodes, helper);
	const service = Object.assign(Object.create(CredentialsService.prototype), {
		credentialsRepository: repository,
		credentialTypes: types,
		credentialsHelper: helper,
		credentialsTester: tester,
		externalSecretsConfig: { externalSecretsForProjects: false },
		findCredentialOwningProject: async () => undefined,
		replaceCredentialContentsForSharee: async () => {},
	});
	const owned = () => ({ ...row, usageScope: 'project', shared: [{ role: 'credential:owner' }] });
	const shown = (all: Data) =>
		NodeHelpers.getNodeParameters(
			type.properties,
			all as INodeParameters,
			false,
			false,
			null,
			null,
		) as Data;
	row = await service.createEncryptedData({ ...row, data: shown(form) });
	return {
		helper,
		stored: () => service.decrypt(owned(), true),
		async opened() {
			const data = await service.decrypt(owned());
			const blank = Object.fromEntries(type.properties.map((one) => [one.name, one.default]));
			const filled = Object.entries(data).filter(([, value]) => value !== '');
			return {
				...blank,
				...Object.fromEntries(filled),
				...(data.oauthTokenData && { oauthTokenData: true }),
			} as Data;
		},
		async save(typed) {
			const sent = { id, name: id, type: type.name, data: shown(typed) };
			const prepared = await service.prepareUpdateData({}, sent, owned());
			row = {
				...row,
				data: (await service.createEncryptedData({ ...row, data: prepared.data })).data,
			};
		},
		async test(typed) {
			const asked = { id, name: id, type: type.name, data: structuredClone(typed) };
			const merged = await service.prepareCredentialsForTest({
				storedCredential: owned(),
				user: {},
				credentialsToTest: asked,
			});
			return await service.test('user', merged);
		},
		moveTo(process) {
			type = process;
		},
		helperIn: (process) => helperWith(typesOf(() => process)),
		logged: () => inspect(log, { depth: 20, showHidden: true }),
	};
}
