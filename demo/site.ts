import type { Execution } from './editor';
import type { Pretend } from './pretend';
import type { DemoShop } from './shop';
import type { Stage } from './stage';
import { templatesOf } from './template';

/** One channel on the stage: its shop, its store in the ledger, and its templates in n8n, by the names of their files. */
export interface Site<Shop extends DemoShop = DemoShop>
	extends Pick<Stage, 'n8n' | 'editor' | 'warehouse' | 'ledger' | 'meeting'> {
	readonly channel: string;
	readonly sandbox: string;
	readonly shop: Shop;
	readonly store: string;
	/** The file that tells the channel what the hub has to say. */
	readonly telling: string;
	/** Where the OMS is that ships what the channel sells, or null. */
	readonly partner: Site | null;
	/** Starts the template of that file at its schedule, instead of at the next full minute; answers the execution's id. */
	start(file: string): Promise<string>;
	/** The id that n8n has given the template of that file. */
	workflow(file: string): string;
	publish(file: string): Promise<void>;
	unpublish(file: string): Promise<void>;
	/** Starts it, and waits for the end of the execution. */
	play(file: string): Promise<Execution>;
}

export function siteOf<Shop extends DemoShop>(
	stage: Stage,
	{ channel, folders, duplicate, telling, url, shop, partner }: Pretend<Shop>,
): Site<Shop> {
	const { n8n, editor, warehouse, ledger, meeting } = stage;
	const templates = templatesOf({ folders, duplicate });
	const workflow = (file: string) => stage.workflow(templates.name(file));
	const asked = (file: string) => [workflow(file), templates.schedule(file)] as const;
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
		telling,
		partner: partner && siteOf(stage, partner),
		workflow,
		start: (file) => n8n.undisturbed(() => editor.run(...asked(file))),
		publish: (file) => n8n.undisturbed(() => editor.publish(workflow(file))),
		unpublish: (file) => n8n.undisturbed(() => editor.unpublish(workflow(file))),
		play: (file) => n8n.undisturbed(() => editor.runToEnd(...asked(file))),
	};
}
