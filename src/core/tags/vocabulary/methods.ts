/** Methods: how a thing is learned, aligned, retrieved, searched or made smaller. Grammar of the lines: `entries.ts`. */
export const METHODS = `
A* Search | A* | A star search
Activation Steering | steering vector | representation engineering
Actor-Critic | actor critic | advantage actor critic | A2C | A3C
Adversarial Training
AI Feedback | RLAIF | reinforcement learning from AI feedback | LLM feedback | vision language model feedback | large language model feedback
-Attention ~ | attention mechanism | self attention | multi head attention | attention head
Cross-attention ~
Linear Attention
Sparse Attention
Flash Attention | FlashAttention
Autoencoder | AutoEncoder | denoising autoencoder
Sparse Autoencoder | SAE ? sparse
Masked Autoencoder | masked image modeling | MAE ? masked
Autoregressive Models | autoregressive generation | autoregressive image generation | visual autoregressive | autoregressive visual generation
Backpropagation Through Time | BPTT
Batch Normalization
Bayesian Inference | variational Bayes | Bayesian deep learning
Bayesian Optimization
Bayesian Neural Network
Behavior Cloning | behavioral cloning | behaviour cloning
Gradient Boosting | gradient boosted tree | XGBoost | LightGBM
Bradley-Terry Model | Bradley Terry
Branch and Bound | branch and cut
Bisimulation
Chain-of-Thought | chain of thought | chains of thought | CoT ? chain reasoning
CNN | convolutional neural network | ConvNet | ConvNeXt
Conformal Prediction
Constrained Decoding | structured decoding | guided decoding
Consistency Models | consistency model | consistency distillation
Contrastive Learning | contrastive loss | InfoNCE | contrastive objective | contrastive pre training ? learning
ControlNet
Counterfactual Explanation
CQL | conservative Q learning
Curriculum Learning | curriculum based
DAPO
Decision Transformer
Deep Learning ~
Density Functional Theory | DFT ? density quantum
Differential Privacy | differentially private
Diffusion Policy
Diffusion Transformer | DiT ? diffusion
Distributionally Robust Optimization | distributionally robust
Domain-adversarial Learning | domain adversarial | gradient reversal layer
DPO | direct preference optimization
DQN | deep Q network
Dynamic Programming
Encoder-Decoder | encoder decoder architecture
Energy-based Model
Ensemble Learning | ensemble method | ensembling
Evolutionary Algorithms | evolutionary algorithm | genetic algorithm | evolution strategy | evolutionary search | differential evolution
Federated Learning | federated optimization | FedAvg
Fine-tuning ~
FHIR
Flow Matching | rectified flow | conditional flow matching
Fourier Transform | fast Fourier transform | FFT ? Fourier frequency
Fourier Neural Operator | neural operator | DeepONet
Function Approximation | linear function approximation | general function approximation
GAN | generative adversarial network | StyleGAN | CycleGAN | adversarial generative network
Gaussian Process
Gaussian Splatting | language Gaussian splatting
3D Gaussian Splatting | 3DGS | 3D-GS | large scale Gaussian splatting | 4D Gaussian splatting | 2D Gaussian splatting
Generative Flow Networks | GFlowNet | GFlowNets
GNN | graph neural network | graph convolutional network | GCN ? graph | graph attention network | message passing neural network
Graph Transformer
GRPO | group relative policy optimization
GSPO | group sequence policy optimization
GraphRAG | graph RAG | graph retrieval augmented generation
Hashing | locality sensitive hashing | learning to hash
Hierarchical RL | hierarchical reinforcement learning | hierarchical policy | options framework
HIQL
Homomorphic Encryption | secure multi party computation | zero knowledge proof
Hypergraph | hypergraph neural network
Imitation Learning | learning from demonstration | inverse imitation
Implicit Neural Representation | implicit neural representation | neural implicit representation
Implicit Q-Learning | implicit Q learning | implicit Q-learning
Importance Sampling
In-Context Learning | in context learning | few shot prompting | ICL ? context
Instruction Tuning | instruction fine tuning | visual instruction tuning
Inverse RL | inverse reinforcement learning
IPO | identity preference optimization
Kalman Filter
Kernel Methods | kernel method | kernel regression | reproducing kernel Hilbert space
Knowledge Distillation | self distillation | distillation framework | teacher student distillation | policy distillation | model distillation | encoder distillation
Knowledge Graph
Kolmogorov-Arnold Network | KAN ? Kolmogorov
KV Cache | KV cache compression | key value cache | KV caching
Latent Diffusion | latent diffusion model
Layer Normalization
Learning Rate Schedules
Linear Programming | linear program | integer linear program
LLM-as-a-Judge | LLM as a judge | LLM judge | LLM as judge | LLM based evaluator
LoRA | low rank adaptation | low rank adapter | QLoRA
LSTM | long short term memory | BiLSTM | bidirectional LSTM
Mamba ? state space selective SSM | state space model | SSM ? state
Markov Chain Monte Carlo | MCMC | Langevin dynamics | Hamiltonian Monte Carlo
Markov Game | Markov games | stochastic game
Masked Language Modeling | masked language model
Matrix Factorization
MDP | Markov decision process | Markov decision problem | Markov decision processes | constrained MDP | latent MDP | latent Markov decision process
Mid-training | mid training
Mirror Prox | mirror descent
Mixed-Integer Programming | mixed integer program | mixed integer linear programming | MILP | integer programming | mixed integer programming
Mixture of Experts | mixture of expert | MoE ? experts expert mixture | sparse MoE
MLP ~ | multilayer perceptron | multi layer perceptron
Model Predictive Control | MPC ? control predictive
Model-free RL | model free reinforcement learning | model free RL | model free online
Monte Carlo Methods ~ | Monte Carlo sampling | Monte Carlo method
Monte Carlo Tree Search | MCTS
Multi-agent Systems | multi agent system | multi agent framework | multi agent LLM | multi agent collaboration | multi agent debate | multi agent architecture
Multiple Instance Learning
Multimodal Fusion | multi modal fusion | modality fusion
Muon Optimizer | Muon ? optimizer
Adam Optimizer | AdamW | Adam optimizer
Nash Equilibrium | Nash equilibria
Nash Learning from Human Feedback | NLHF
NeRF | neural radiance field
Neuro-symbolic | neurosymbolic | neuro symbolic AI
Newton Method | second order optimization
Next-token Prediction ~ | next token prediction | multi token prediction
Novelty Search
ODE Models | neural ODE | neural ordinary differential equation
Optimal Transport | Wasserstein distance | earth mover's distance | Sinkhorn
PAC Learning | PAC-Bayes | PAC Bayesian
PEFT | parameter efficient fine tuning | parameter efficient finetuning | parameter efficient tuning | adapter tuning
Physics-informed Neural Networks | physics informed neural network | PINN | physics informed
Policy Gradient | policy gradient method | REINFORCE ? gradient policy baseline
Policy Optimization ~ | policy optimization
POMDP | partially observable Markov decision process | partially observable Markov decision processes
Positional Encoding | positional embedding | rotary position embedding | RoPE ? position positional rotary
Post-training | post training of large language model | LLM post training | post train language model
PPO | proximal policy optimization
Pre-training ~ | pretraining | continual pre training | continued pre training
Preference Learning | preference based reinforcement learning | preference feedback | preference fine tuning | learning from human preference
Preference Optimization | preference optimisation | offline preference optimization
Principal Component Analysis | PCA ? component
Process Reward Model | process supervision | PRM ? process reward | step level reward | process reward
Prompt Engineering | prompting strategy | prompt optimization | prompting technique | prompt design | automatic prompt optimization
Prompt Learning | prompt tuning | visual prompt tuning | soft prompt | CoOp ? prompt
Pruning ? structured unstructured sparsity weight neural compression
Pseudo-labeling | pseudo label | pseudo labelling | pseudo labeling
Q-Learning | Q learning | deep Q learning
Quality-Diversity | quality diversity | MAP-Elites
Quantization | post training quantization | quantization aware training | weight quantization | low bit quantization | model quantization
RAG | retrieval augmented generation | retrieval augmented LLM | agentic RAG | RAG system | retrieval augmented
Random Forest | decision tree
ReAct ? agent agents
Regularization ~
ResNet | residual network
Retinex
Return-conditioned Supervised Learning | RCSL
Reward Modeling | reward model | neural reward model | reward modelling | generative reward model | reward modeling
Reward Shaping
RLHF | reinforcement learning from human feedback | human feedback reinforcement learning
RLOO | REINFORCE leave one out
RLVR | reinforcement learning with verifiable reward | reinforcement learning from verifiable reward | verifiable reward
RL-VLM-F
RNN | recurrent neural network | GRU ? recurrent gated
Robust MDP | robust Markov decision process | robust Markov decision processes
Rubric-based Evaluation | rubric based reward | rubric ? evaluation evaluate reward
SAC ? actor critic reinforcement | soft actor critic
Scaling Laws | scaling law | neural scaling law
Self-consistency
Self-Play | self play
Self-supervised Learning | self supervised | SSL ? self
Self-training
Semi-supervised Learning | semi supervised
SFT | supervised fine tuning | supervised finetuning
SGD | stochastic gradient descent
Sharpness-aware Minimization | sharpness aware
SMPL | SMPL-X
Speculative Decoding | speculative sampling | speculative generation
Spiking Neural Networks | spiking neural network | SNN ? spiking
Structure from Motion | bundle adjustment
Style Transfer
Support Vector Machine | SVM ? support vector classifier
Teacher-Student Learning | teacher student framework | teacher student RL
Temporal-Difference Learning | temporal difference learning | TD learning | TD error
Test-time Training
Test-time Scaling | test time compute | inference time scaling | best of N sampling | inference time compute | inference compute
Thompson Sampling
Token Pruning | token merging | visual token pruning | token compression | visual token compression
Topological Data Analysis | persistent homology
Transformer ~ | transformer architecture | transformer based
Tree of Thoughts | tree of thought
Tree Search
UCB | upper confidence bound | upper confidence bonus
Unsupervised Learning | unsupervised representation learning
U-Net | U Net | UNet | UNET
VAE | variational autoencoder | variational auto encoder | beta-VAE
Value Iteration
Variational Inference | evidence lower bound | variational lower bound | ELBO | variational learning
Vector Quantization | VQ-VAE | residual vector quantization | vector quantised | vector quantized
Vision Transformer | ViT | vision transformer | Swin Transformer
Wavelet Transform | wavelet
Weakly Supervised Learning | weakly supervised | weak supervision
World Model | world models | latent world model
Zeroth-order Optimization | zeroth order
Distributed Training | data parallel | pipeline parallelism | tensor parallelism
Mixed-precision Training | low precision training | FP8 training | FP4
Gradient Compression
Policy Regularization
Function Vectors | function vector
-Probing | linear probe | linear probing | probing classifier
`;
