import { describeShare } from './together';

describeShare(2);
