import { refused } from '../domain/failure';
import type { RuleSet } from '../domain/routing';
import { strategies } from '../domain/routing';
import { shown } from '../domain/sku';
import { hubsInLedger } from './lookups';
import type { Hub } from './shapes';
import { first, run, type Work } from './statement';

/** Whose goods they are; the code never changes. */
export function* saveSeller(seller: {
	code: string;
	name: string;
}): Work<{ code: string; name: string }> {
	if (seller.code.trim() === '') throw refused('The seller has no code. Give it one, e.g. "acme".');
	yield* run(
		'INSERT INTO sellers (code, name) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name',
		seller.code,
		seller.name,
	);
	return seller;
}

/** A warehouse or shop that ships. Closed ones take no new orders. */
export function* saveHub(hub: Hub): Work<Hub> {
	const { code, name, active, latitude, longitude } = hub;
	if (code.trim() === '') throw refused('The hub has no code. Give it one, e.g. "istanbul".');
	if ((latitude === null) !== (longitude === null)) {
		throw refused(
			`Hub ${shown(code)} has only one of latitude and longitude. Give both or neither.`,
		);
	}
	if (Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) {
		throw refused(`Hub ${shown(code)}: ${latitude}, ${longitude} is not a place. Use degrees.`);
	}
	yield* run(
		`INSERT INTO hubs (code, name, active, latitude, longitude) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (code) DO UPDATE SET name = excluded.name, active = excluded.active,
			latitude = excluded.latitude, longitude = excluded.longitude`,
		code,
		name,
		active ? 1 : 0,
		latitude,
		longitude,
	);
	return hub;
}

/** Adds a version of the rule set; decisions name the version they were made with. */
export function* saveRuleSet({ code, rules }: Omit<RuleSet, 'version'>): Work<RuleSet> {
	const hubs = (yield* hubsInLedger()).map((hub) => hub.code);
	for (const rule of rules) {
		if (!strategies.includes(rule.strategy)) {
			throw refused(
				`Rule ${shown(rule.name)}: there is no strategy ${shown(String(rule.strategy))}. Use one of ${strategies.join(', ')}.`,
			);
		}
		const stranger = rule.hubs?.find((hub) => !hubs.includes(hub));
		if (stranger !== undefined) {
			throw refused(
				`Rule ${shown(rule.name)} names hub ${shown(stranger)}, which does not exist. Save the hub first.`,
			);
		}
	}
	const saved = yield* first<{ version: number }>(
		`INSERT INTO rule_sets (code, version, rules, saved_at)
		SELECT ?, COALESCE(MAX(version), 0) + 1, ?, {now} FROM rule_sets WHERE code = ? RETURNING version`,
		code,
		JSON.stringify(rules),
		code,
	);
	return { code, version: saved?.version ?? 1, rules };
}
