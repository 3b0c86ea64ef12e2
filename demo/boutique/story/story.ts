import type { BoutiqueScene } from '../scene';
import { connect } from './connect';
import { idling } from './idling';
import { ordering } from './ordering';
import { overdue } from './overdue';
import { queues } from './queues';
import { returning } from './returning';

/** How people work orders that wait for them, and what comes back, in a hub that is its own order system. */
export async function story(scene: BoutiqueScene): Promise<void> {
	await connect(scene);
	// The first kill meets all stories.
	await scene.site.meeting.everybody();
	const ordered = await ordering(scene);
	await queues(scene, ordered);
	await returning(scene, [...ordered.plain, ...ordered.toApprove]);
	await overdue(scene);
	await idling(scene);
}
