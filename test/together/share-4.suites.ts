import { describeShare } from './together';

describeShare(4);
