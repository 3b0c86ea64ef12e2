import { createRequire } from 'node:module';
import type { AxiosAdapter, AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import type { Sandbox, SandboxRequest, SandboxResponse } from '../../sandbox/wire';
import type { Chance } from './chances';
import { gates } from './gates';
import { ways } from './ways';

/** The axios that n8n sends every request with. */
function axiosOfN8n(): AxiosStatic {
	const core = createRequire(require.resolve('n8n-core/package.json'));
	return createRequire(core.resolve('@n8n/backend-network'))('axios');
}

/** Who answers, by origin. */
export type Systems = ReadonlyMap<string, Sandbox>;

/** Lays the line between n8n and the pretend systems: without sockets, and with a gate before each request arrives and before its answer does. */
export function layLine(systems: () => Systems, chance: () => Chance): void {
	const axios = axiosOfN8n();
	const adapter: AxiosAdapter = async (config) => {
		const request = requestOf(axios, config);
		const system = systems().get(new URL(axios.getUri(config)).origin);
		if (system === undefined) throw new axios.AxiosError('refused', 'ECONNREFUSED', config);
		await gates.pass(`to ${request.path}`, ways.toChannel(chance()));
		const response = await system.handle(request);
		const takes = ways.fromChannel(chance()) + response.delayMs;
		const { timeout = 0 } = config;
		const isLate = timeout > 0 && takes > timeout;
		await gates.pass(`from ${request.path}`, isLate ? timeout : takes);
		if (isLate) {
			throw new axios.AxiosError(`timeout of ${timeout}ms exceeded`, 'ECONNABORTED', config);
		}
		return received(axios, config, response);
	};
	axios.defaults.adapter = adapter;
}

function requestOf(axios: AxiosStatic, config: InternalAxiosRequestConfig): SandboxRequest {
	const url = new URL(axios.getUri(config));
	const { pathname: path, search, searchParams } = url;
	const names = [...searchParams.keys()];
	const bytes = Buffer.from(config.data instanceof Uint8Array ? config.data : textOf(config.data));
	return {
		method: String(config.method).toUpperCase(),
		path,
		query: Object.fromEntries(names.map((name) => [name, searchParams.getAll(name).join()])),
		search,
		headers: {
			host: url.host,
			...Object.fromEntries(
				Object.entries(config.headers.toJSON(true)).map(([name, value]) => [
					name.toLowerCase(),
					String(value),
				]),
			),
		},
		body: bytes.toString('utf8'),
		bytes,
	};
}

const textOf = (given: unknown): string =>
	given === undefined || given === null ? '' : String(given);

function received(
	axios: AxiosStatic,
	config: InternalAxiosRequestConfig,
	{ status, headers, body, delivery }: SandboxResponse,
) {
	if (delivery === 'dropped') throw new axios.AxiosError('socket hang up', 'ECONNRESET', config);
	if (delivery === 'torn') throw new axios.AxiosError('aborted', 'ECONNRESET', config);
	const bytes = Buffer.from(body);
	const response = {
		status,
		statusText: '',
		headers: new axios.AxiosHeaders(headers),
		config,
		data: config.responseType === 'arraybuffer' ? bytes : bytes.toString('utf8'),
	};
	if (config.validateStatus && !config.validateStatus(status)) {
		throw new axios.AxiosError(
			`Request failed with status code ${status}`,
			'ERR_BAD_RESPONSE',
			config,
			undefined,
			response,
		);
	}
	return response;
}
