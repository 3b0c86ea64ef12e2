import type { SandboxRequest } from '../wire';
import { emptyRequest, generic } from './refused';

const isForm = ({ headers }: SandboxRequest) =>
	(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

export const isJson = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** The text of the one field; null for anything but a form. */
const textOf = (request: SandboxRequest) =>
	isForm(request) ? new URLSearchParams(request.body).get('RequestBody') : null;

/** What a call may be remembered by; null where nothing can be read. */
export const readable = (request: SandboxRequest): unknown => {
	const text = textOf(request) ?? '';
	return isJson(text) ? JSON.parse(text) : null;
};

/**
 * One form field that holds JSON, and nothing else (reference/babyshop-vinculum.md 3). That a server which finds no such field says
 * "empty", and one that cannot read it says "generic", is a guess (reference/babyshop-vinculum.md 6).
 */
export const requestBody = (request: SandboxRequest): unknown => {
	const text = textOf(request);
	if (!text) throw emptyRequest();
	if ([...new URLSearchParams(request.body).keys()].length > 1) throw generic('one field only');
	if (!isJson(text)) throw generic('RequestBody is not JSON');
	const body: unknown = JSON.parse(text);
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw generic('RequestBody is no object');
	}
	if (Object.keys(body).length === 0) throw emptyRequest();
	return body;
};
