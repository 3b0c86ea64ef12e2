import type { Execution } from './editor';
import type { Pretend } from './pretend';
import type { DemoShop } from './shop';
import type { Stage } from './stage';
import { readTemplates } from './template';

/** One channel on the stage: its shop, its store in the ledger, and its templates in n8n, by the names of their files. */
export interface Site<Shop extends DemoShop = DemoShop>
	extends Pick<Stage, 'n8n' | 'editor' | 'warehouse' | 'ledger' | 'meeting'> {
	readonly channel: string;
	readonly sandbox: string;
	readonly shop: Shop;
	readonly store: string;
	/** Starts the template of that file at its schedule, instead of at the next full minute; answers the execution's id. */
	start(file: string): Promise<string>;
	/** The id that n8n has given the template of that file. */
	workflow(file: string): string;
	publish(file: string): Promise<void>;
	/** Starts it, and waits for the end of the execution. */
	play(file: string): Promise<Execution>;
}

export function siteOf<Shop extends DemoShop>(
	{ n8n, editor, warehouse, ledger, meeting, workflow }: Stage,
	{ channel, url, shop }: Pretend<Shop>,
): Site<Shop> {
	const templates = readTemplates(channel);
	const asked = (file: string) => {
		const { name, schedule } = templates.named(file);
		return [workflow(name), schedule] as const;
	};
	return {
		n8n,
		editor,
		warehouse,
		ledger,
		meeting,
		channel,
		sandbox: url,
		shop,
		store: templates.store(),
		workflow: (file) => asked(file)[0],
		start: (file) => n8n.undisturbed(() => editor.run(...asked(file))),
		publish: (file) => n8n.undisturbed(() => editor.publish(asked(file)[0])),
		play: (file) => n8n.undisturbed(() => editor.runToEnd(...asked(file))),
	};
}
