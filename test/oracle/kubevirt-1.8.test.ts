import { describeAgreement } from './describe-agreement';

describeAgreement('1.8');
