import { quoted } from '../quoted';

const token = /\bAtz\w*(?:\.\w+)*\|\S+/g;
/** The address of a document opens it for everybody (reference/amazon-seller-flex.md 18). */
const address = /\bhttps?:\/\/\S+/g;

/** What Amazon says, as a message may carry it. */
export const said = (text: string): string =>
	quoted(text.replace(token, '[hidden]').replace(address, '[address]'));
