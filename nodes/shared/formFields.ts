/** A field of n8n's Form node, defined by JSON. Its answer comes under `fieldName`. */
export interface FormField {
	readonly fieldType: 'checkbox' | 'dropdown' | 'html' | 'number' | 'text';
	readonly fieldName?: string;
	readonly fieldLabel?: string;
	readonly requiredField?: boolean;
	readonly placeholder?: string;
	readonly defaultValue?: string;
	readonly fieldOptions?: { readonly values: readonly { readonly option: string }[] };
	readonly html?: string;
}

/** What can be picked: the text that the form shows and gives back, and what it stands for. */
export interface Choice {
	readonly text: string;
	readonly value: string;
}

/** A field with all that can be picked in it; none where it is typed or only read. */
export interface FormEntry {
	readonly field: FormField;
	readonly choices: readonly Choice[];
}

/** Text from outside as a label: n8n spoils angle brackets there, takes `$` for a pattern, and commas for a list. */
export const formText = (text: string): string =>
	text
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
		.replaceAll('<', '‹')
		.replaceAll('>', '›')
		.replaceAll('$', '＄')
		.replaceAll(',', ';');

export const choice = (text: string, value: string): Choice => ({ text: formText(text), value });

/** `what` may hold text from outside, `below` may not. */
export const heading = (what: string, below: string): FormEntry => ({
	field: { fieldType: 'html', html: `<h3>${formText(what)}</h3><p>${below}</p>` },
	choices: [],
});

/** Shows the value that is set, else the first choice; null shows none, so that a person has to choose. */
export const dropdown = (
	{ name, label }: FieldName,
	choices: readonly Choice[],
	value: string | null,
): FormEntry => ({
	field: {
		fieldType: 'dropdown',
		fieldName: name,
		fieldLabel: formText(label),
		requiredField: value === null,
		defaultValue:
			value === null
				? ''
				: ((choices.find((one) => one.value === value) ?? choices[0])?.text ?? ''),
		fieldOptions: { values: choices.map(({ text }) => ({ option: text })) },
	},
	choices,
});

export const checkboxes = (
	{ name, label }: FieldName,
	choices: readonly Choice[],
	values: readonly string[],
): FormEntry => ({
	field: {
		fieldType: 'checkbox',
		fieldName: name,
		fieldLabel: formText(label),
		defaultValue: choices
			.filter(({ value }) => values.includes(value))
			.map(({ text }) => text)
			.join(','),
		fieldOptions: { values: choices.map(({ text }) => ({ option: text })) },
	},
	choices,
});

export const number = ({ name, label }: FieldName, value: number): FormEntry => ({
	field: {
		fieldType: 'number',
		fieldName: name,
		fieldLabel: label,
		requiredField: true,
		defaultValue: String(value),
	},
	choices: [],
});

export const textField = (
	{ name, label }: FieldName,
	value: string,
	hint: Pick<FormField, 'placeholder' | 'requiredField'>,
): FormEntry => ({
	field: {
		fieldType: 'text',
		fieldName: name,
		fieldLabel: formText(label),
		defaultValue: value,
		...hint,
	},
	choices: [],
});

interface FieldName {
	readonly name: string;
	readonly label: string;
}
