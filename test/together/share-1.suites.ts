import { describeShare } from './together';

describeShare(1);
