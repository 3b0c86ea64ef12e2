import { quoted } from '../quoted';

const named = /\b(username|password|api_?key|access_?token)\b["']?\s*[:=]\s*["']?[^\s"'&]+/gi;
/** A token is one long word; what people have to read is none. */
const long = /[\w+/-]{32,}={0,2}/g;

/** What the gateway says, as a message may carry it. */
export const said = (text: string): string =>
	quoted(text.replace(named, '[hidden]').replace(long, '[hidden]'));
