/** Tasks and problems of learning, decision making, systems, security, health and science. Grammar of the lines: `entries.ts`. */
export const TASKS_LEARNING = `
Active Learning | active learning strategy
AI Governance | AI regulation | AI policy | responsible AI | AI ethics
Algorithmic Fairness | group fairness | fairness in machine learning | fair machine learning | demographic parity | social bias | gender bias
Algorithmic Trading | stock prediction | stock price prediction | portfolio optimization | financial forecasting
Antibody Design | protein design | de novo protein design
Automated Machine Learning | AutoML | hyperparameter optimization
Backdoor Attacks | backdoor attack | backdoor defense | trojan attack
Bandits | multi armed bandit | contextual bandit | linear bandit | bandit algorithm | stochastic bandit
Causal Discovery | causal structure learning | causal graph discovery
Causal Inference | treatment effect estimation | counterfactual estimation
Combinatorial Optimization | vehicle routing | traveling salesman problem | neural combinatorial optimization | combinatorial action
Climate | climate model | climate change | climate science
Cloud Computing | serverless computing | serverless
Clustering ~ | deep clustering | clustering algorithm | spectral clustering
Community Detection
Continuous Control
Credit Assignment
Credit Scoring | credit risk
Crystal Structure Prediction | materials discovery | material discovery | crystal generation
Customer Service | customer support
Cyber Threat Intelligence | threat detection | cyberattack
Data Attribution | training data attribution | influence function
Data Augmentation
Data Poisoning | poisoning attack
Data Curation
Data Selection | coreset selection | data pruning
Data Visualization | information visualization | interactive visualization | visual analytics
Decision Making ~ | sequential decision making
Deep RL | deep reinforcement learning | DRL ? reinforcement
Demand Forecasting
Differential Equations | PDE solving | solving partial differential equation | partial differential equation | PDE solver | neural PDE
Distribution Shift | distributional shift | covariate shift | domain shift
Drug Discovery | drug design | virtual screening | drug target interaction | molecular docking | drug repurposing
ECG | electrocardiogram | electrocardiography | ECG classification
Edge Computing | edge device | edge cloud | edge AI | on device inference
EEG | electroencephalogram | electroencephalography | EEG decoding
Electronic Health Records | electronic health record | EHR ? health patient clinical
Energy Forecasting | load forecasting | solar forecasting | wind power forecasting
Epidemiology | epidemic forecasting | COVID-19
Exploration ~ ? reinforcement bandit | exploration exploitation | exploration in reinforcement learning | exploration bonus | exploration strategy | strategic exploration | online exploration | efficient exploration | curiosity driven exploration | maximize to explore | optimistic exploration | challenges for exploration | guided exploration | focus on exploration | enhances exploration
Fault Diagnosis | fault detection | predictive maintenance | remaining useful life
Feature Selection
Fraud Detection
Game Playing | board game | game AI | StarCraft | Atari game
Generalization ~ | generalization bound | generalization theory
Genomics | genomic sequence | DNA sequence | gene expression | single cell RNA | single cell
Goal-conditioned RL | goal conditioned reinforcement learning | goal reaching policy | GCRL
Graph Classification | graph generation
Graph Learning | graph representation learning | node classification | graph machine learning
Hardware Design | Verilog | RTL code | chip design | RTL generation | hardware description language | circuit design
Healthcare ~ | clinical decision support | patient care | health care | patient monitoring | clinical decision making
High-performance Computing | HPC ? computing | supercomputing
Hybrid RL
Human-AI Collaboration | human AI interaction | human AI teaming | human robot interaction | human robot collaboration
Interpretability ~ | mechanistic interpretability | explainability | model interpretability | explainable AI | XAI | feature attribution
Intrinsic Motivation | intrinsic reward
Intrusion Detection | network intrusion detection | malware detection | phishing detection
Inverse Problems | inverse problem
Link Prediction
Load Balancing
Low-rank Approximation | matrix completion | tensor decomposition
Malware Analysis
Membership Inference | membership inference attack
Memory Efficiency ~ | memory efficient training | memory efficient fine tuning
Memorization ~ | training data extraction
Meta-Learning | meta learning
Mixed Strategies
Model Compression | model pruning | network pruning | neural network compression
Model Extraction | model stealing
Model Merging | model fusion | model soup | task arithmetic
Model-based RL | model based reinforcement learning
Molecular Dynamics | force field | interatomic potential | machine learning potential
Molecule Generation | molecular generation | molecule optimization | molecular optimization | molecule design | molecular design
Molecular Property Prediction | molecular representation learning
Multi-agent RL | multi agent reinforcement learning | MARL
Multi-label Classification | multi label learning
Multi-objective Optimization | multi objective
Multi-task Learning | multitask learning
Network Traffic Analysis | traffic classification ? network | network management
Neural Architecture Search
Noisy Labels | label noise | learning with noisy label
Offline RL | offline reinforcement learning | offline RL | batch reinforcement learning
Off-policy RL | off policy reinforcement learning | off policy evaluation | off policy learning | off policy dynamic programming
Online RL | online reinforcement learning | online RL
Open-ended Learning | open endedness
Partial Observability | partially observable
Personalized Medicine | precision medicine
Physics Simulation | physical simulation | fluid dynamics | fluid simulation | turbulence | computational fluid dynamics
Planning ~ | classical planning | task planning | automated planning | planning task | planning domain | planning problem | planning and exploration
Privacy ~ | privacy preserving | privacy preservation | data privacy
Protein Structure Prediction | protein folding | protein structure | protein language model
Quantum Computing | quantum circuit | quantum algorithm | quantum machine learning | qubit
Quantum Error Correction
Recommendation Fairness
Regret Bounds | regret bound | regret minimization | regret minimisation | sublinear regret | horizon free | regret lower bound
Representation Learning ~ | representation learning | visual representation learning
Reward Design | reward specification | reward engineering | reward function design
Reward Hacking
Reward Overoptimization | overoptimization | reward model overoptimization
Robust RL | robust reinforcement learning
Robustness ~
Safe RL | safe reinforcement learning | constrained reinforcement learning
Sample Complexity | sample efficient | sample efficiency
-Scheduling | job shop scheduling | job scheduling | task scheduling
Sensor Fusion | LiDAR camera fusion
Smart Grid | power system | power grid | energy management
Software Testing | unit test generation | fuzzing | fuzz testing | test generation ? software
Software Engineering ~ | software development
Software Vulnerabilities | vulnerability detection | vulnerability repair | software vulnerability | smart contract
Sparse Rewards | sparse reward
Spurious Correlations | spurious correlation | shortcut learning
Survival Analysis | survival prediction
Symbolic Regression | equation discovery
Tabular Data | tabular learning | tabular prediction | tabular foundation model
Telecommunications | telecom | 6G | wireless communication | wireless network | beamforming | MIMO | channel estimation
Time Series | time series forecasting | time series analysis | time series classification | multivariate time series | time series foundation model
Trajectory Stitching
Trustworthy AI | trustworthy machine learning
Uncertainty Quantification | uncertainty estimation | epistemic uncertainty | predictive uncertainty
Urban Computing | smart city | urban planning
User Modeling | user simulation | user simulator
Wearables | wearable sensor | wearable device
Weather Forecasting | weather prediction | precipitation nowcasting
Wireless Sensing | WiFi sensing | millimeter wave radar | mmWave radar | radar sensing
Agriculture | crop yield | crop management | crop disease | crop type | plant disease | precision agriculture | agricultural
Astronomy | galaxy | gravitational wave | exoplanet | telescope ? astronomical sky survey
High-energy Physics | particle physics | collider | jet tagging | Large Hadron Collider
-Survey ~ | a survey | a systematic survey | a brief survey | comprehensive survey | comprehensive review | literature survey | this survey | systematic literature review | we survey the literature
Text-attributed Graphs | text attributed graph
Transfer Learning
Autism | autism spectrum disorder
Creativity ~
Restless Bandits | restless bandit | restless multi armed bandit
`;
