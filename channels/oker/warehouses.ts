import { shown } from '../../domain/sku';
import type { HubMapRow } from '../../domain/store';
import type { Http } from '../connector';
import { reading, rows, sound } from '../fields';
import { ask, fieldsOf } from './answer';
import { gatewayOf } from './gateway';
import * as requests from './requests';
import type { OkerWarehouse } from './types';
import { code } from './values';

/** Compares the map with the warehouses that the gateway lists; one of Core level lists none. */
export async function warehouseFaults(
	http: Http,
	hubMap: readonly HubMapRow[],
): Promise<readonly string[]> {
	if (!(await gatewayOf(http)).warehouses) return [];
	const body = fieldsOf(await ask(http, requests.warehouses(), 'the list of warehouses'));
	const from = reading<{ readonly warehouses: readonly OkerWarehouse[] }>(body);
	const known = rows(from, 'warehouses').map((row) => ({
		code: code(row, 'code'),
		isActive: row.fields.active === true,
	}));
	sound('oker', from);
	return hubMap.flatMap(({ location }) => {
		const warehouse = known.find((one) => one.code === location);
		if (warehouse === undefined)
			return [
				unknown(
					location,
					known.map((one) => one.code),
				),
			];
		return warehouse.isActive ? [] : [inactive(location)];
	});
}

const unknown = (location: string, codes: readonly string[]) =>
	`Warehouse Location: Oker has no warehouse ${shown(location)}. It has ${codes.map(shown).join(', ') || 'none'}. Correct the code.`;

const inactive = (location: string) =>
	`Warehouse Location: warehouse ${shown(location)} is switched off on Oker. Have it switched on, or take it out.`;
