import { quoted } from '../quoted';

const named = /\b(username|password|api_?key)\b["']?\s*[:=]\s*["']?[^\s"'&]+/gi;
/** A key is one long word; what people have to read is none. */
const long = /[\w+/-]{32,}={0,2}/g;

/** What Babyshop says, as a message may carry it. */
export const said = (text: string): string =>
	quoted(text.replace(named, '[hidden]').replace(long, '[hidden]'));
