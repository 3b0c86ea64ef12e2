import { first, run, type Engine, type Work } from './statement';
import { migration1 } from './migration1';
import { migration2 } from './migration2';
import { migration3 } from './migration3';
import { migration4 } from './migration4';
import { migration5 } from './migration5';
import { migration6 } from './migration6';
import { migration7 } from './migration7';
import { migration8 } from './migration8';
import { migration9 } from './migration9';
import { migration10 } from './migration10';
import { migration11 } from './migration11';
import { migration12 } from './migration12';
import { migration13 } from './migration13';
import { migration14 } from './migration14';
import { migration15 } from './migration15';
import { migration16 } from './migration16';
import { migration17 } from './migration17';
import { migration18 } from './migration18';
import { migration19 } from './migration19';
import { migration20 } from './migration20';
import type { Trigger } from './trigger';

/** Numbered from 1. A released migration is never edited; the next one changes what it left. */
const migrations: readonly (readonly (string | Trigger)[])[] = [
	migration1,
	migration2,
	migration3,
	migration4,
	migration5,
	migration6,
	migration7,
	migration8,
	migration9,
	migration10,
	migration11,
	migration12,
	migration13,
	migration14,
	migration15,
	migration16,
	migration17,
	migration18,
	migration19,
	migration20,
];

/** Brings the schema up to date in one transaction, one process after the other. */
export const migrate = (engine: Engine) => engine.run(() => upToDate(engine));

function* upToDate(engine: Engine): Work<void> {
	yield* engine.claim();
	yield* run(
		'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL)',
	);
	const last = yield* first<{ version: number | null }>(
		'SELECT MAX(version) AS version FROM migrations',
	);
	for (let version = (last?.version ?? 0) + 1; version <= migrations.length; version++) {
		for (const step of migrations[version - 1] ?? []) {
			yield* typeof step === 'string' ? run(step) : engine.follow(step);
		}
		yield* run('INSERT INTO migrations (version, applied_at) VALUES (?, {now})', version);
	}
	if ((last?.version ?? 0) < migrations.length) yield* engine.estimate();
}
