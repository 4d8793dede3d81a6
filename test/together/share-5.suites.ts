import { describeShare } from './together';

describeShare(5);
