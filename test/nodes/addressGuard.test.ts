import { execFileSync } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, type Server, connect, isIP } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { AmazonSellerFlexChannelApi } from '../../credentials/AmazonSellerFlexChannelApi.credentials';
import { BabyshopChannelApi } from '../../credentials/BabyshopChannelApi.credentials';
import { IkasChannelApi } from '../../credentials/IkasChannelApi.credentials';
import { guarded } from '../../credentials/guarded';
import { n8nFolder } from '../support/n8nFolder';
import { pickFrom, testCredential } from '../support/engine';
import { openShop } from '../support/shop';
import type { Shop } from '../support/shop';

const refusal = /link-local or metadata address.*Allow Link-Local Addresses/;
const type = 'ikasChannelApi';

const port = (server: Server) => (server.address() as AddressInfo).port;

const servers: Server[] = [];

async function listening<Made extends Server>(server: Made): Promise<Made> {
	servers.push(server.listen(0, '127.0.0.1'));
	await once(server, 'listening');
	return server;
}

/** TLS in front of what listens on a port, and the names it was called by. */
async function withTls(plain: number) {
	const [key, cert] = [join(n8nFolder, 'key.pem'), join(n8nFolder, 'cert.pem')];
	const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	const named = ['-subj', '/CN=ikas.test', '-addext', 'subjectAltName=DNS:ikas.test'];
	execFileSync('openssl', ['req', ...made, ...named, '-keyout', key, '-out', cert], {
		stdio: 'pipe',
	});
	const names = new Set<unknown>();
	const server = tls.createServer(
		{ key: readFileSync(key), cert: readFileSync(cert) },
		(socket) => {
			names.add(socket.servername);
			socket.pipe(connect(plain, '127.0.0.1')).pipe(socket);
		},
	);
	return { server: await listening(server), names, cert: readFileSync(cert, 'utf8') };
}

describe('the guard of what a URL in a credential leads to', () => {
	const asked = async (url: string, credential = {}) => await guarded({ url }, credential);

	test.each([
		'http://169.254.169.254',
		'http://169.254.0.1:8080/x',
		'http://0xA9FEA9FE',
		'http://2852039166',
		'http://0251.0376.0251.0376',
		'http://169.254.43518',
		'http://169.254.169.254./',
		'http://１６９.254.169.254',
		'http://%31%36%39.254.169.254',
		'http://user@169.254.169.254',
		'https://169.254.169.254',
		'http://[fe80::1]',
		'http://[febf::1]',
		'http://[fd00:ec2::254]',
		'http://[fd20:ce::254]',
		'http://[::ffff:169.254.169.254]',
		'http://[::ffff:a9fe:a9fe]',
		'http://[0:0:0:0:0:ffff:a9fe:a9fe]',
		'http://[::169.254.169.254]',
		'http://[::ffff:0:169.254.169.254]',
		'http://[64:ff9b::a9fe:a9fe]',
		'http://100.100.100.200',
		'http://168.63.129.16',
		'http://192.0.0.192',
		'http://metadata',
		'http://Metadata.Google.Internal',
		'http://metadata.google.internal./',
		'https://metadata.goog',
	])('refuses %s', async (url) => {
		await expect(asked(url)).rejects.toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(refusal),
		});
		await expect(asked(url, { allowLinkLocal: true })).resolves.toMatchObject({ url });
	});

	test.each([
		'http://127.0.0.1',
		'http://[::1]:4010',
		'http://10.0.0.5',
		'http://172.16.3.4',
		'https://192.168.1.10',
		'http://[fd00::1]',
		'http://100.64.0.1',
		'http://169.253.255.255',
		'http://[fec0::1]',
	])('lets %s pass', async (url) => {
		await expect(asked(url)).resolves.toMatchObject({ url, disableFollowRedirect: true });
	});

	test.each([
		'ftp://example.com',
		'file:///etc/passwd',
		'gopher://[::1]',
		'example.com',
		'',
		'//x',
	])('refuses %j, also where link-local addresses are allowed', async (url) => {
		await expect(asked(url, { allowLinkLocal: true })).rejects.toThrow(/not of http or https/);
	});

	test('takes the host that is called: of an absolute URL the base does not count', async () => {
		const [base, metadata] = ['http://127.0.0.1', 'http://169.254.169.254'];
		const to = (url: string, baseURL: string) => guarded({ url, baseURL }, {});
		await expect(to('/x', metadata)).rejects.toThrow(refusal);
		await expect(to(`${metadata}/x`, base)).rejects.toThrow(refusal);
		await expect(to('//169.254.169.254/x', base)).rejects.toThrow(refusal);
		await expect(to('/x', base)).resolves.toBeDefined();
		// As n8n's HTTP Request node asks.
		await expect(guarded({ url: base, uri: metadata } as never, {})).rejects.toThrow(refusal);
	});

	test('refuses a name when any of its addresses is forbidden', async () => {
		const found = [
			{ address: '203.0.113.9', family: 4 },
			{ address: 'fe80::1%eth0', family: 6 },
		];
		jest.spyOn(dns.promises, 'lookup').mockResolvedValue(found as never);
		await expect(asked('https://shop.example')).rejects.toThrow(/shop\.example means fe80::1%eth0/);
		jest.restoreAllMocks();
	});

	test('leaves names to a proxy, and still refuses addresses', async () => {
		process.env.https_proxy = 'http://127.0.0.1:9';
		try {
			await expect(asked('https://nowhere.invalid')).resolves.not.toHaveProperty('agentOptions');
			await expect(asked('https://169.254.169.254')).rejects.toThrow(refusal);
			await expect(asked('https://metadata.google.internal')).rejects.toThrow(refusal);
		} finally {
			delete process.env.https_proxy;
		}
	});
});

test.each([new IkasChannelApi(), new AmazonSellerFlexChannelApi(), new BabyshopChannelApi()])(
	'a credential that asks for a URL has the switch, and it is off: $name',
	({ properties }) => {
		expect(properties.map(({ displayName }) => displayName)).toContainEqual(
			expect.stringMatching(/^(API|Base) URL$/),
		);
		expect(properties).toContainEqual(
			expect.objectContaining({ name: 'allowLinkLocal', type: 'boolean', default: false }),
		);
	},
);

describe('a credential with a forbidden address', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		for (const server of servers.splice(0)) server.close();
		await shop.close();
	});

	const calls = () => shop.ikas.calls().length;
	const { test: asked } = new IkasChannelApi();
	const tested = () => testCredential(type, shop.credentials, asked);
	const pick = () => pickFrom('n8n-nodes-order-hub.ikas', shop.credentials, 'searchLocations');

	/** What names mean: first to the guard, then to each socket that asks. Addresses mean themselves. */
	function namesMean(first: string, ...then: string[]) {
		const asked: string[] = [];
		const { lookup } = dns;
		const atSocket = (
			host: string,
			options: { all: boolean },
			done: (...of: unknown[]) => void,
		) => {
			if (isIP(host) !== 0) return lookup(host, options, done);
			asked.push(host);
			const address = (then.length > 1 ? then.shift() : then[0]) ?? first;
			if (options.all) done(null, [{ address, family: 4 }]);
			else done(null, address, 4);
		};
		jest.spyOn(dns.promises, 'lookup').mockResolvedValue([{ address: first, family: 4 }] as never);
		jest.spyOn(dns, 'lookup').mockImplementation(atSocket as never);
		return asked;
	}

	/** The shop under another name, which is looked up. */
	const goBy = (name: string) => {
		shop.stored[type].apiUrl = `http://${name}:${new URL(String(shop.stored[type].apiUrl)).port}`;
	};

	test('is refused when a node signs in, and when it has a token', async () => {
		shop.stored[type].apiUrl = 'http://169.254.169.254';
		for (const token of ['', 'kept']) {
			shop.stored[type].accessToken = token;
			await expect(shop.run('ikas', 'location:getMany')).rejects.toMatchObject({
				message: expect.stringMatching(refusal),
				failure: { cause: 'configuration-invalid' },
			});
		}
	});

	test('is refused in a picker and in the test of the credential', async () => {
		shop.stored[type].apiUrl = 'http://[fd00:ec2::254]';
		await expect(pick()).rejects.toThrow(refusal);
		await expect(tested()).rejects.toThrow(refusal);
	});

	test('is refused under a name that means one', async () => {
		namesMean('169.254.169.254', '127.0.0.1');
		goBy('ikas.test');
		const said = /ikas\.test means 169\.254\.169\.254/;
		await expect(shop.run('ikas', 'location:getMany')).rejects.toThrow(said);
		await expect(pick()).rejects.toThrow(said);
		await expect(tested()).rejects.toThrow(said);
		expect(calls()).toBe(0);
	});

	test('is called where the credential allows it', async () => {
		namesMean('169.254.169.254', '127.0.0.1');
		goBy('metadata');
		await expect(tested()).rejects.toThrow(refusal);
		Object.assign(shop.stored[type], { allowLinkLocal: true });
		await tested();
		expect(await pick()).toHaveLength(shop.locations.length);
	});

	test('is not reached over http by a name that means something else when the socket opens', async () => {
		namesMean('127.0.0.1', '127.0.0.1', '169.254.169.254');
		goBy('ikas.test');
		await expect(tested()).rejects.toMatchObject({ cause: { code: 'ERR_IP_BLOCKED' } });
		expect(calls()).toBe(1);
	});

	test('is not reached over https either: the address that was checked is the one that is called', async () => {
		const asked = namesMean('127.0.0.1', '169.254.169.254');
		const { server, names, cert } = await withTls(
			Number(new URL(String(shop.stored[type].apiUrl)).port),
		);
		shop.stored[type].apiUrl = `https://ikas.test:${port(server)}`;
		await expect(tested()).rejects.toThrow(/self-signed certificate/);
		const trusted = tls.getCACertificates();
		tls.setDefaultCACertificates([cert]);
		await tested().finally(() => tls.setDefaultCACertificates(trusted));
		expect(calls()).toBe(2);
		expect([...names]).toEqual(['ikas.test']);
		expect(asked).toEqual([]);
	});

	test('is not reached by a redirect', async () => {
		let followed = 0;
		const elsewhere = await listening(createServer((_, answer) => answer.end(`${++followed}`)));
		const redirecting = await listening(
			createServer(({ url }, answer) => {
				if (url?.includes('oauth')) return answer.end('{"access_token":"t"}');
				return answer.writeHead(307, { location: `http://127.0.0.1:${port(elsewhere)}` }).end();
			}),
		);
		shop.stored[type].apiUrl = `http://127.0.0.1:${port(redirecting)}`;
		await expect(tested()).rejects.toMatchObject({ httpCode: '307' });
		await expect(pick()).rejects.toThrow();
		expect(followed).toBe(0);
	});
});
