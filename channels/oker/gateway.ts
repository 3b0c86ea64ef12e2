import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { part, partOrNull, reading, sound, text } from '../fields';
import type { Fields } from '../fields';
import { attempt, fieldsOf } from './answer';
import type { Answer } from './answer';
import { refusalOf } from './refusals';
import * as requests from './requests';
import type { OkerInfo } from './types';

type Flag =
	| 'idempotencyKey'
	| 'pack'
	| 'warehouses'
	| 'updatedSince'
	| 'shipmentDetails'
	| 'acknowledge'
	| 'labelPdf';

/** What stands in front of Oker: the least that the contract asks for, or more. */
export interface Gateway extends Readonly<Record<Flag, boolean>> {
	/** Beyond Core level: fields that the contract added may be sent. */
	readonly isExtended: boolean;
	readonly maxOrderIds: number;
	readonly maxInventoryEntries: number;
	readonly orderWindowDays: number;
}

const defaults = { maxOrderIds: 5, maxInventoryEntries: 100, orderWindowDays: 15 } as const;

const core: Gateway = {
	isExtended: false,
	idempotencyKey: false,
	pack: false,
	warehouses: false,
	updatedSince: false,
	shipmentDetails: false,
	acknowledge: false,
	labelPdf: false,
	...defaults,
};

const known = new WeakMap<Http, Gateway>();

/** Asked once for each piece of work. */
export async function gatewayOf(http: Http): Promise<Gateway> {
	const found = known.get(http);
	return found ?? (await discover(http)).gateway;
}

/** Asks the gateway what it can do. One of Core level does not know the question; then `answer` is null. */
export async function discover(
	http: Http,
): Promise<{ readonly gateway: Gateway; readonly answer: Answer | null }> {
	const answer = await attempt(http, requests.connectorInfo(), 'what the gateway can do');
	if ('refusal' in answer && answer.refusal.status !== 404) throw refusalOf(answer.refusal);
	const gateway = 'refusal' in answer ? core : extended(fieldsOf(answer));
	known.set(http, gateway);
	return { gateway, answer: 'refusal' in answer ? null : answer };
}

function extended(body: Fields): Gateway {
	const from = reading<OkerInfo>(body);
	const version = text(from, 'contractVersion');
	const capabilities = part(from, 'capabilities').fields;
	const limits = partOrNull(from, 'limits')?.fields ?? {};
	sound('oker', from);
	if (!version.startsWith('1.')) throw otherVersion(version);
	const can = (flag: Flag) => capabilities[flag] === true;
	return {
		isExtended: true,
		idempotencyKey: can('idempotencyKey'),
		pack: can('pack'),
		warehouses: can('warehouses'),
		updatedSince: can('updatedSince'),
		shipmentDetails: can('shipmentDetails'),
		acknowledge: can('acknowledge'),
		labelPdf: can('labelPdf'),
		maxOrderIds: Math.min(limitIn(limits, 'maxOrderIds'), requests.pageLimit),
		maxInventoryEntries: limitIn(limits, 'maxInventoryEntries'),
		orderWindowDays: limitIn(limits, 'orderWindowDays'),
	};
}

function limitIn(limits: Fields, name: keyof typeof defaults): number {
	const value = limits[name];
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
		? value
		: defaults[name];
}

const otherVersion = (version: string) =>
	refused(
		`oker: the gateway speaks version ${version} of the contract, and this node version 1. Update whichever is older.`,
	);
