import type { IDataObject } from 'n8n-workflow';
import type { SettingsForm } from '../../nodes/channel/settingsForm';
import type { FormField } from '../../nodes/shared/formFields';

export const fieldsIn = ({ pages }: SettingsForm): readonly FormField[] =>
	Object.values(pages).flat();

/** What n8n's Form gives back when a person leaves all as it is. */
export const asShown = (form: SettingsForm): IDataObject =>
	Object.fromEntries(
		fieldsIn(form)
			.filter(({ fieldType }) => fieldType !== 'html')
			.map(({ fieldName = '', fieldType, defaultValue = '' }) => [
				fieldName,
				fieldType === 'checkbox'
					? defaultValue.split(',').filter((text) => text !== '')
					: fieldType === 'number'
						? Number(defaultValue)
						: defaultValue,
			]),
	);
