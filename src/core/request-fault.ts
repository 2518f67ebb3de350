/** What a request can come to instead of an answer. `unreachable` is a refused connection, a broken one, and a redirect: browsers do not say which. */
export type RequestFault =
  | 'bad-address'
  | 'not-allowed'
  | 'unreachable'
  | 'timeout'
  | 'cancelled'
  | 'too-large'
  | 'wrong-type';
