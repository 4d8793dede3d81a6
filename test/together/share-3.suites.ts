import { describeShare } from './together';

describeShare(3);
