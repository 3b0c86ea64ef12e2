import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { Failure, refused } from '../domain/failure';
import { forbiddenRanges, isForbiddenName } from '../domain/forbiddenAddress';

/** Goes with every field that a user types a URL into. */
export const allowLinkLocal: INodeProperties = {
	displayName: 'Allow Link-Local Addresses',
	name: 'allowLinkLocal',
	type: 'boolean',
	default: false,
	description:
		'Whether the URL may lead to a link-local or metadata address, where clouds tell a machine its own secrets. Leave it off unless your own server is there.',
};

const forbidden = new BlockList();
for (const [network, prefix] of forbiddenRanges.ipv4) forbidden.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of forbiddenRanges.ipv6) forbidden.addSubnet(network, prefix, 'ipv6');

/**
 * The request, kept from link-local and metadata addresses unless the credential allows them. The name is looked up and
 * checked here. What it means once the socket opens cannot differ: of http the socket itself refuses such an address,
 * of https it goes to the address that was checked, as TLS sockets know no block list. n8n takes no `lookup`.
 */
export async function guarded(
	options: IHttpRequestOptions,
	{ allowLinkLocal: isAllowed }: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	// A redirect would lead past all of this, and carry the token along.
	const direct = { ...options, ...withoutRedirects };
	const { protocol, host } = targetOf(options);
	if (isAllowed === true) return direct;
	if (isForbiddenName(host)) throw forbiddenHost(host);
	if (isProxied() && isIP(host) === 0) return direct;
	const [address] = await checked(host, Math.min(options.timeout ?? longestMs, longestMs));
	const socket = protocol === 'https:' ? { host: address } : { blockList: forbidden };
	return { ...direct, agentOptions: { ...options.agentOptions, ...socket } };
}

/** A lookup. */
const longestMs = 15_000;

/** The last two are how n8n's own HTTP Request node says it. */
const withoutRedirects = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
};

/** Where a request goes. `URL` has read spellings such as 0xA9FEA9FE already. n8n's own HTTP Request node says `uri`. */
export function targetOf(options: IHttpRequestOptions) {
	const asked = 'uri' in options ? options.uri : options.url;
	const url = URL.parse(String(asked), options.baseURL);
	if (url === null || !/^https?:$/.test(url.protocol)) {
		throw refused('The URL in the credential is not of http or https. Correct it there.');
	}
	const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
	return { protocol: url.protocol, host, origin: url.origin };
}

/** Every address that the name means; all of them may be called. */
async function checked(host: string, withinMs: number): Promise<readonly string[]> {
	const found = await Promise.race([lookup(host, { all: true }), outOfTime(host, withinMs)]);
	const addresses = found.map(({ address }) => address);
	const wrong = addresses.find(isForbidden);
	if (wrong !== undefined) throw forbiddenHost(host, wrong);
	return addresses;
}

const isForbidden = (address: string) =>
	isIPv6(address) ? forbidden.check(withoutZone(address), 'ipv6') : forbidden.check(address);

const withoutZone = (address: string) => address.replace(/%.*/, '');

/** A proxy looks names up itself, and this machine may be unable to. */
const isProxied = () =>
	['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].some(
		(name) => process.env[name] ?? process.env[name.toLowerCase()],
	);

const forbiddenHost = (host: string, address = host) =>
	refused(
		`${host === address ? host : `${host} means ${address}, which`} is a link-local or metadata address. Correct the URL in the credential, or turn on Allow Link-Local Addresses there.`,
	);

const outOfTime = (host: string, ms: number) =>
	new Promise<never>((_resolve, reject) => {
		AbortSignal.timeout(ms).addEventListener('abort', () =>
			reject(new Failure('unavailable', `${host} was not found within ${ms / 1000} s.`)),
		);
	});
