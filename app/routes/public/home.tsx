export default function Home() {
  return <h1>Bijblijven</h1>
}
