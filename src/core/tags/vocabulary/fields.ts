/** Fields of study, by words of the text and by arXiv category. Grammar of the lines: `entries.ts`. */
export const FIELDS = `
Reinforcement Learning ~ | RL ? reinforcement policy reward agent reasoning LLM
Information Retrieval ~
NLP ~ | natural language processing
Computer Vision ~
Multimodal Learning ~ | multimodal learning | multi modal learning
Game Theory | game theoretic | two player zero sum | zero sum game
Learning Theory | statistical learning theory | learning theoretic
Information Theory | information theoretic
Operations Research
Databases | database system | query optimization | relational database | vector database
Neuroscience ~ | computational neuroscience | neural recording
Cognitive Science ~
Bioinformatics | computational biology
Materials Science ~
Chemistry ~ | computational chemistry
Geophysics | seismic | borehole
Human-Computer Interaction | human computer interaction
Cybersecurity
Computer Graphics
Computational Social Science
Linguistics ~ | linguistic theory
Finance ~ | financial market
Blockchain | decentralized finance
Internet of Things | IoT
Signal Processing
Neuromorphic Computing | neuromorphic
Control Theory | optimal control
Robotics ~
`;

/** arXiv category -> field. The most general ones (cs.AI, stat.ML as a second) add little and come last. */
export const CATEGORY_FIELDS = `
cs.AI AI
cs.AR Computer Architecture
cs.CC Complexity Theory
cs.CE Computational Engineering
cs.CG Computational Geometry
cs.CL NLP
cs.CR Security
cs.CV Computer Vision
cs.CY Computers and Society
cs.DB Databases
cs.DC Distributed Systems
cs.DL Digital Libraries
cs.DM Discrete Mathematics
cs.DS Algorithms
cs.ET Emerging Technologies
cs.FL Formal Languages
cs.GR Computer Graphics
cs.GT Game Theory
cs.HC Human-Computer Interaction
cs.IR Information Retrieval
cs.IT Information Theory
cs.LG Machine Learning
cs.LO Logic
cs.MA Multi-agent Systems
cs.MM Multimedia
cs.MS Mathematical Software
cs.NA Numerical Analysis
cs.NE Evolutionary Computation
cs.NI Networking
cs.OS Operating Systems
cs.PF Performance
cs.PL Programming Languages
cs.RO Robotics
cs.SC Symbolic Computation
cs.SD Sound
cs.SE Software Engineering
cs.SI Social Networks
cs.SY Control Systems
econ Economics
eess.AS Audio and Speech
eess.IV Image and Video Processing
eess.SP Signal Processing
eess.SY Control Systems
astro-ph Astrophysics
cond-mat Condensed Matter
gr-qc Gravitation
hep-ex High-energy Physics
hep-lat High-energy Physics
hep-ph High-energy Physics
hep-th High-energy Physics
math.AG Algebraic Geometry
math.AP PDE Analysis
math.CO Combinatorics
math.DG Differential Geometry
math.DS Dynamical Systems
math.NA Numerical Analysis
math.NT Number Theory
math.OC Optimization and Control
math.PR Probability
math.ST Statistics
math Mathematics
math-ph Mathematical Physics
nlin Nonlinear Dynamics
nucl-ex Nuclear Physics
nucl-th Nuclear Physics
physics.ao-ph Atmospheric Physics
physics.bio-ph Biophysics
physics.chem-ph Chemical Physics
physics.comp-ph Computational Physics
physics.flu-dyn Fluid Dynamics
physics.geo-ph Geophysics
physics.med-ph Medical Physics
physics.optics Optics
physics.soc-ph Social Physics
physics Physics
q-bio.BM Biomolecules
q-bio.GN Genomics
q-bio.NC Neuroscience
q-bio.QM Quantitative Biology
q-bio Biology
q-fin Finance
quant-ph Quantum Physics
stat.ME Statistics
stat.ML Machine Learning
stat Statistics
`;

/** Phrases that stand for several entries at once: `Entry & Entry | phrase | phrase`. */
export const COMBINED = `
Offline RL & Goal-conditioned RL | offline goal conditioned reinforcement learning | offline goal conditioned RL | offline GCRL
Offline RL & Model-based RL | offline model based reinforcement learning | offline model based RL
Contrastive Learning & Self-supervised Learning | contrastive self supervised learning | self supervised contrastive learning
AI Safety & LLM Alignment | safety alignment
Multi-turn Interaction & LLM Agents | multi turn LLM agent | multi turn agent
Multi-turn Interaction & Agentic RL | multi turn agentic reinforcement learning | multi turn agentic RL
Long-horizon Tasks & LLM Agents | long horizon agent | long horizon LLM agent
Federated Learning & Differential Privacy | differentially private federated learning
Multi-agent RL & Deep RL | multi agent deep reinforcement learning
Inverse RL & Deep RL | deep inverse reinforcement learning
Offline RL & Multi-agent RL | offline multi agent reinforcement learning
Offline RL & Imitation Learning | offline imitation learning
Semi-supervised Learning & Medical Image Segmentation | semi supervised medical image segmentation
Weakly Supervised Learning & Semantic Segmentation | weakly supervised semantic segmentation
Few-shot Learning & Object Detection | few shot object detection
Domain Adaptation & Semantic Segmentation | domain adaptive semantic segmentation
Hallucination & MLLM | hallucination in multimodal large language model
Hallucination & VLM | object hallucination in large vision language model
Retrieval & Multilingual NLP | multilingual retrieval | cross lingual retrieval
RAG & Multimodal Learning | multimodal retrieval augmented generation | multimodal RAG
RAG & Question Answering | retrieval augmented question answering
Visual Question Answering & Medical Imaging | medical visual question answering
Self-supervised Learning & Graph Learning | graph self supervised learning | graph contrastive learning
Knowledge Graph & Representation Learning | knowledge graph embedding
`;

/** Phrases that hide a shorter name inside them: matched first, and tagged as nothing. */
export const SWALLOWED = `
real world model
in distribution
attention to
pay attention
attention span
shift attention
out of the box
best of both worlds
planning horizon
state of the art model
diffusion process
mirror descent lemma
transformer oil
power transformer
gradient descent ascent
transfer learning rate
open source
survey data
conducted a survey
conduct a survey
response to a survey
survey response
survey respondent
survey participant
survey of participant
user survey
online survey
crop and resize
random crop
image crop
multi crop
edge detection
single cell phone
drone strike
`;
