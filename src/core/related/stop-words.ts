/** Words that say nothing of a paper's subject: function words, and the common places of abstracts. */

const FUNCTION_WORDS = `a about above across after again against all almost along already also although always am among an and any are around as at
be became because become been before being below between both but by can cannot could did do does doing done down due during each either else
enough et etc even ever every few for from further furthermore had has have having he hence her here how however i ie if in indeed instead into is it
its itself just least less let like made make many may me might more moreover most much must my near need neither never next no nor not now of off
often on once one only onto or other others otherwise our out over own per perhaps quite rather same several she should since so some still such than
that the their them then there thereby therefore these they this those though through throughout thus to together too toward towards two under until
up upon us use used uses using very via was we well were what when where whereas whether which while who whom whose why will with within without would
yet you your`;

/** What any abstract may say of itself. Without them the reasons of a hint in a small library would read "both: results, propose". */
const COMMON_PLACES = `abstract achieve achieved achieving address addresses addressing aim aims allow allowing allows approach approaches article based
better compared comprehensive conduct consider consists contribution contributions current demonstrate demonstrated demonstrates demonstrating
develop developed different effective effectively effectiveness enable enables enabling especially evaluate evaluated existing experiment experimental
experiments extensive first finally five four furthermore given help however improve improved improvement improvements improves improving include includes including
increase increasingly introduce introduced introduces investigate key known large lead leads leverage leverages leveraging main major method methods new novel
obtain obtained offer offers outperform outperforming outperforms overall paper particular particularly performance perform performs potential present
presented presents previous prior problem problems propose proposed proposes proposing provide provided provides providing recent recently require
required requires respectively result results second show showed showing shown shows significant significantly simple six specifically state study studies
success successfully suggest suggests superior tackle technique techniques third three typically various widely work works`;

/** Words that count a little but explain nothing, so they are never shown as a reason. */
const DULL = `ability able accurate aggregate analyze analyzing applied apply applying art aspect aspects capabilities capability capable challenge challenges
challenging common deep dual end ensure ensuring feature features fine free generates importance important incorporate incorporates incorporating level
levels measures original perspective real related relevant rely relying scale suboptimal system systems tasks task time understanding unified`;

const listOf = (text: string): readonly string[] => text.split(/\s+/);

export const STOP_WORDS: ReadonlySet<string> = new Set(listOf(FUNCTION_WORDS));
export const DULL_WORDS: ReadonlySet<string> = new Set(listOf(DULL));
export const BOILERPLATE: ReadonlySet<string> = new Set(listOf(COMMON_PLACES));

/** Words with a large first letter of their own. */
const PROPER = `gaussian bayesian bayes markov fourier laplace kalman wasserstein hilbert riemannian euclidean lipschitz bellman nash monte carlo
langevin hamiltonian hessian jacobian lagrangian poisson bernoulli boltzmann turing shannon pareto shapley dirichlet newton taylor hopfield schrodinger
english chinese mandarin french german spanish italian portuguese russian arabic hindi bengali japanese korean vietnamese indonesian turkish persian
urdu african indian european american latin greek swahili wikipedia`;

export const PROPER_WORDS: ReadonlySet<string> = new Set(listOf(PROPER));
