import { omsSettingsFields } from '../channel/omsSettingsFields';
import { access } from './access';
import { locationField } from './locationField';

export const settingsFields = omsSettingsFields(access, 'omniful', locationField);
