import type { Location } from '../../domain/store';
import type { Http } from '../connector';
import { part, rows, sound, text, textOrNull } from '../fields';
import { ask } from './answer';
import { facilities, facilityWithCode } from './requests';

/** Every facility that is switched on. */
export async function locationsOf(http: Http): Promise<readonly Location[]> {
	const { from } = await ask(http, facilities(), 'the facilities');
	const codes = rows(from, 'parties').map((row) => text(row, 'facilityCode'));
	sound('uniware', from);
	const found: Location[] = [];
	for (const code of codes) found.push({ id: code, name: await nameOf(http, code) });
	return found;
}

/** The list has no names. */
async function nameOf(http: Http, code: string): Promise<string> {
	const { from } = await ask(http, facilityWithCode(code), `facility ${code}`);
	const facility = part(from, 'facility');
	const name = textOrNull(facility, 'displayName') || textOrNull(facility, 'name');
	sound('uniware', from);
	return name || code;
}
