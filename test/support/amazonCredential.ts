import './n8nFolder';
import { ExecuteContext } from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INode,
	IWorkflowBase,
} from 'n8n-workflow';
import { AmazonSellerFlexChannelApi } from '../../credentials/AmazonSellerFlexChannelApi.credentials';
import { signedIn } from '../../nodes/shared/signedIn';
import { app, seller } from './amazonLogin';
import type { AmazonLogin } from './amazonLogin';
import { surroundings } from './engine';
import { n8nCredential } from './n8nCredential';
import type { N8nCredential } from './n8nCredential';
import { nodeTypes, typeNamed } from './nodeTypes';

type Data = ICredentialDataDecryptedObject;

const type = 'amazonSellerFlexChannelApi';
export const marketplace = 'A2VIGQ35RCS4UG';

/** What a person fills in with a refresh token. */
export const withToken = ({ url, refreshToken }: AmazonLogin, change: Data = {}): Data => ({
	...app,
	marketplace,
	environment: 'own',
	apiUrl: url,
	authorisation: 'refreshToken',
	sellerId: seller,
	refreshToken,
	...change,
});

/** And with the address that the consent ended on. */
export const withRedirect = (amazon: AmazonLogin, change: Data = {}): Data =>
	withToken(amazon, {
		authorisation: 'redirectUrl',
		sellerId: '',
		refreshToken: '',
		redirectUrl: amazon.consent(),
		...change,
	});

export const opened = async (data: Data) =>
	await n8nCredential(new AmazonSellerFlexChannelApi(), data);

/** What the test says that the editor makes when the form is saved. */
export const verdict = async (data: Data) => await (await opened(data)).test(data);

/** The credential as a process of n8n has it that remembers nothing of the others. */
export async function otherProcess() {
	const loaded: AmazonSellerFlexChannelApi[] = [];
	await jest.isolateModulesAsync(async () => {
		const fresh = await import('../../credentials/AmazonSellerFlexChannelApi.credentials');
		loaded.push(new fresh.AmazonSellerFlexChannelApi());
	});
	const [one] = loaded;
	if (one === undefined) throw new Error('the credential did not load');
	return one;
}

/** The context of a node that has the credential of this type. */
export function execution(type: string, { helper }: N8nCredential): ExecuteContext {
	const noOp = typeNamed('n8n-nodes-base.noOp');
	const description = { ...noOp.description, credentials: [{ name: type, required: true }] };
	const node: INode = {
		id: '1',
		name: 'Node',
		type: 'channel',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: type, name: type } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { ...nodeTypes, getByNameAndVersion: () => ({ ...noOp, description }) },
	});
	return new ExecuteContext(
		workflow,
		node,
		surroundings(helper, { nodes: [node] } as IWorkflowBase, () => {}),
		'trigger',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
}

/** One call as our nodes make it, with the token that was refused before it. */
export async function callAs(
	type: string,
	credential: N8nCredential,
	options: IHttpRequestOptions,
	refused: string | null = null,
) {
	const signed = await signedIn(execution(type, credential), type, refused, {
		options: () => ({ ...options, returnFullResponse: true, ignoreHttpStatusErrors: true }),
		take: async () => async () => {},
	});
	return { ...signed, status: signed.response.statusCode };
}

export const call = async (credential: N8nCredential, url: string, refused: string | null = null) =>
	await callAs(type, credential, { method: 'GET', url: `${url}/orders` }, refused);
