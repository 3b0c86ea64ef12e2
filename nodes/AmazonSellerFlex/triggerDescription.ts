import type { INodeProperties } from 'n8n-workflow';
import { triggerFields } from '../channel/triggerFields';
import { access } from './access';
import { locationsField } from './locationField';

export const properties: INodeProperties[] = [locationsField(), ...triggerFields(access.label)];
