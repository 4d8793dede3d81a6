import { describeShare } from './together';

describeShare(0);
