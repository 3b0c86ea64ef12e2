import type { INodeProperties } from 'n8n-workflow';
import { dryRunFields, updateNotice } from '../channel/updateFields';
import { access } from './access';

const { label } = access;

export const updateFields: INodeProperties[] = [
	updateNotice('Oker is asked first, so an update that has arrived is not sent again.'),
	...dryRunFields(label, ['cancel', 'dispatch', 'pack']),
];
