import { describeShare } from './together';

describeShare(6);
