import {
	rows,
	rowsOrNone,
	partOrNull,
	reading,
	sound,
	text,
	textOrNull,
	texts,
	units,
} from '../fields';
import type { Fields, Reading } from '../fields';
import { rootOf, unitPrice } from './lines';
import { isOwnSource } from './source';
import type { IkasLine, IkasOrder, IkasPackage } from './types';

/** What a change of an order is decided by. */
export interface OrderState {
	readonly id: string;
	readonly number: string;
	readonly isCancelled: boolean;
	readonly pieces: readonly Piece[];
	/** Without those that were taken apart again. */
	readonly packages: readonly Package[];
	/** Ids under which ikas knows the app that the credential belongs to. */
	readonly apps: readonly string[];
}

/** A line as ikas has it now; `root` is the one that the hub knows it by, because ikas splits lines. */
export interface Piece {
	readonly id: string;
	readonly root: string;
	readonly quantity: number;
	readonly status: string;
	/** Of one unit, in major units. */
	readonly price: number;
}

export interface Package {
	readonly id: string;
	readonly number: string;
	readonly status: string;
	/** Ids of the pieces in it. */
	readonly pieces: readonly string[];
	/** The id that its maker gave it. */
	readonly source: string | null;
	/** Another app made it, and looks after it. */
	readonly isForeign: boolean;
	readonly tracking: PackageTracking | null;
}

export interface PackageTracking {
	readonly number: string | null;
	readonly carrier: string | null;
	readonly carrierId: string | null;
	readonly url: string | null;
}

export function orderStateOf(raw: Fields, apps: readonly string[]): OrderState {
	const from = reading<IkasOrder>(raw);
	const id = text(from, 'id');
	const packages = rowsOrNone(from, 'orderPackages')
		.filter(({ fields }) => fields.deleted !== true)
		.map((row) => packageOf(row, apps));
	const state = {
		id,
		number: textOrNull(from, 'orderNumber') || id,
		isCancelled: text(from, 'status') === 'CANCELLED',
		pieces: piecesOf(from),
		packages: packages.filter(({ status }) => status !== 'CANCELLED'),
		apps,
	};
	sound('ikas', from);
	return state;
}

function piecesOf(order: Reading<IkasOrder>): readonly Piece[] {
	const lines = rows(order, 'orderLineItems').filter(({ fields }) => fields.deleted !== true);
	const originals = new Map(
		lines.map((line) => [text(line, 'id'), textOrNull(line, 'originalOrderLineItemId')]),
	);
	return lines.map((line) => pieceOf(line, originals));
}

function pieceOf(from: Reading<IkasLine>, originals: ReadonlyMap<string, string | null>): Piece {
	const id = text(from, 'id');
	return {
		id,
		root: rootOf(id, originals),
		quantity: units(from, 'quantity'),
		status: text(from, 'status'),
		price: unitPrice(from),
	};
}

function packageOf(from: Reading<IkasPackage>, apps: readonly string[]): Package {
	const id = text(from, 'id');
	const app = textOrNull(from, 'appId');
	const source = textOrNull(from, 'sourceId');
	return {
		id,
		number: textOrNull(from, 'orderPackageNumber') || id,
		status: text(from, 'orderPackageFulfillStatus'),
		pieces: texts(from, 'orderLineItemIds'),
		source,
		isForeign: Boolean(app) && !apps.includes(app ?? '') && !isOwnSource(source),
		tracking: trackingOf(from),
	};
}

function trackingOf(from: Reading<IkasPackage>): PackageTracking | null {
	const tracking = partOrNull(from, 'trackingInfo');
	return (
		tracking && {
			number: textOrNull(tracking, 'trackingNumber'),
			carrier: textOrNull(tracking, 'cargoCompany'),
			carrierId: textOrNull(tracking, 'cargoCompanyId'),
			url: textOrNull(tracking, 'trackingLink'),
		}
	);
}
